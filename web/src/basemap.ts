import 'maplibre-gl/dist/maplibre-gl.css';
import './styles/map.css';
import { Map as LibreMap, type MapOptions, NavigationControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { mapStyle } from './mapstyle';
import { drawMarks } from './marks';
import { text } from './texts';
import { isDark, themeChanges } from './theme';

setWorkerUrl(workerUrl);

/** Smaller maps keep their sources behind a button; the foot of the page names them too. */
const WIDE = 700;
const HIGH = 450;

/**
 * Opens a map over our own tiles in a box of the page, north up, in the look of the page, and keeps
 * to it. The box is marked `data-ready` when the map stands.
 */
export function openMap(container: HTMLElement, options: Partial<MapOptions>): LibreMap {
  const map = new LibreMap({
    container,
    style: mapStyle(window.location.origin, isDark()),
    maxZoom: 19,
    attributionControl: { compact: true, customAttribution: container.dataset.attribution ?? '' },
    ...options,
    locale: {
      'NavigationControl.ZoomIn': text('map.in'),
      'NavigationControl.ZoomOut': text('map.out'),
      'GeolocateControl.FindMyLocation': text('map.locate'),
      'GeolocateControl.LocationNotAvailable': text('locate.failed'),
      'AttributionControl.ToggleAttribution': text('map.attribution'),
      'Map.Title': text('map.title'),
      'Popup.Close': text('close'),
      'CooperativeGesturesHandler.WindowsHelpText': text('map.zoomKeys', 'Ctrl'),
      'CooperativeGesturesHandler.MacHelpText': text('map.zoomKeys', '⌘'),
      'CooperativeGesturesHandler.MobileHelpText': text('map.twoFingers'),
      ...options.locale,
    },
  });
  drawMarks(map);
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.touchZoomRotate.disableRotation();
  map.dragRotate.disable();
  map.once('load', () => {
    container.querySelector('.wait-map')?.remove();
    container.dataset.ready = '';
    foldAttribution(container);
  });
  foldAttribution(container);
  themeChanges.addEventListener('change', () => {
    map.setStyle(mapStyle(window.location.origin, isDark()), { diff: false });
  });
  return map;
}

function foldAttribution(container: HTMLElement): void {
  if (container.clientWidth < WIDE || container.clientHeight < HIGH) {
    const sources = container.querySelector('.maplibregl-ctrl-attrib');
    sources?.classList.remove('maplibregl-compact-show');
    sources?.removeAttribute('open');
  }
}
