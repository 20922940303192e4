/** Everything that needs the map library: one chunk, fetched after the first paint. */
export { PlaceMap } from './placemap';
export { PlannerMap } from './plannermap';
