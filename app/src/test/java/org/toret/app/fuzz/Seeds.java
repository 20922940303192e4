package org.toret.app.fuzz;

import com.google.protobuf.ByteString;
import com.google.transit.realtime.GtfsRealtime;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.openstreetmap.osmosis.osmbinary.Fileformat;
import org.openstreetmap.osmosis.osmbinary.Osmformat;

/// Small good files of the formats that the demo city does not have, or has too large.
final class Seeds {

  static final String FIVE_T_PARKS =
      """
      <traffic_data xmlns="https://simone.5t.torino.it/ns/traffic_data.xsd"
          generation_time="2025-05-07T14:10:10Z" end_time="2025-05-07T14:10:00.000Z">
        <PK_data Name="PORTA SUSA FS" ID="52" status="1" Total="123" Free="7" lat="45.073"
            lng="7.667"/>
        <PK_data Name="D'AZEGLIO" ID="4" status="0" Total="223" Free="44" lat="45.04" lng="7.67"/>
      </traffic_data>
      """;

  static final String PARKING_TABLE =
      """
      <d2:payload xmlns:d2="http://datex2.eu/schema/3/d2Payload">
        <publicationTime>2026-09-15T08:00:00Z</publicationTime>
        <parkingTable><parkingRecord id="p1" version="1"><parkingName><values>
        <value lang="de">Am Markt</value></values></parkingName>
        <parkingNumberOfSpaces>210</parkingNumberOfSpaces><parkingLocation><pointByCoordinates>
        <pointCoordinates><latitude>50.77</latitude><longitude>6.08</longitude></pointCoordinates>
        </pointByCoordinates></parkingLocation></parkingRecord></parkingTable>
        <parkingRecordStatus><parkingRecordReference id="p1" version="1"/>
        <parkingStatusOriginTime>2026-09-15T07:59:00Z</parkingStatusOriginTime>
        <parkingOccupancy><parkingNumberOfVacantSpaces>17</parkingNumberOfVacantSpaces>
        </parkingOccupancy></parkingRecordStatus>
      </d2:payload>
      """;

  private static final int NODES = 12;

  private Seeds() {}

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// One message with an entity of every kind.
  static byte[] realtime() {
    GtfsRealtime.FeedMessage.Builder message = GtfsRealtime.FeedMessage.newBuilder();
    message.getHeaderBuilder().setGtfsRealtimeVersion("2.0").setTimestamp(1_789_452_900);
    var update = message.addEntityBuilder().setId("u").getTripUpdateBuilder().setDelay(60);
    update.getTripBuilder().setTripId("t").setStartDate("20260915").setStartTime("08:00:00");
    update.addStopTimeUpdateBuilder().setStopSequence(2).getArrivalBuilder().setDelay(60);
    update.addStopTimeUpdateBuilder().setStopId("s").getDepartureBuilder().setTime(1_789_452_900);
    var vehicle = message.addEntityBuilder().setId("v").getVehicleBuilder();
    vehicle.getPositionBuilder().setLatitude(45).setLongitude(7.6f).setBearing(90);
    vehicle.getVehicleBuilder().setId("4711").setLabel("3");
    vehicle.getTripBuilder().setRouteId("1").setDirectionId(1);
    var alert = message.addEntityBuilder().setId("a").getAlertBuilder();
    alert.addActivePeriodBuilder().setStart(1_789_400_000).setEnd(1_789_500_000);
    alert.addInformedEntityBuilder().setRouteId("1");
    alert.getHeaderTextBuilder().addTranslationBuilder().setText("Deviazione").setLanguage("it");
    return message.build().toByteArray();
  }

  /// A grid of streets with a restriction and a car park, its blocks not compressed.
  static byte[] streets() throws IOException {
    return streets(450_700_000, 76_800_000);
  }

  /// The same elsewhere: its first corner is there.
  static byte[] streets(int latE7, int lonE7) throws IOException {
    Osmformat.HeaderBlock header =
        Osmformat.HeaderBlock.newBuilder()
            .addRequiredFeatures("OsmSchema-V0.6")
            .addRequiredFeatures("DenseNodes")
            .build();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    block(out, "OSMHeader", header.toByteString());
    block(out, "OSMData", streetBlock(latE7, lonE7).toByteString());
    return out.toByteArray();
  }

  private static Osmformat.PrimitiveBlock streetBlock(int latE7, int lonE7) {
    String[] words = {
      "",
      "highway",
      "residential",
      "name",
      "Via Po",
      "maxspeed",
      "30",
      "type",
      "restriction",
      "no_left_turn",
      "from",
      "via",
      "to",
      "amenity",
      "parking",
      "capacity",
      "50",
      "oneway",
      "yes"
    };
    Osmformat.StringTable.Builder texts = Osmformat.StringTable.newBuilder();
    for (String word : words) {
      texts.addS(ByteString.copyFromUtf8(word));
    }
    Osmformat.PrimitiveBlock.Builder block = Osmformat.PrimitiveBlock.newBuilder();
    block.setStringtable(texts);
    Osmformat.DenseNodes.Builder nodes = Osmformat.DenseNodes.newBuilder();
    for (int i = 0; i < NODES; i++) {
      nodes.addId(1).addLat(i == 0 ? latE7 : 10_000).addLon(i == 0 ? lonE7 : 9_000);
      if (i == 3) {
        nodes.addKeysVals(13).addKeysVals(14).addKeysVals(15).addKeysVals(16);
      }
      nodes.addKeysVals(0);
    }
    block.addPrimitivegroupBuilder().setDense(nodes);
    Osmformat.PrimitiveGroup.Builder ways = block.addPrimitivegroupBuilder();
    for (int way = 0; way < 3; way++) {
      Osmformat.Way.Builder row = ways.addWaysBuilder().setId(100 + way);
      row.addKeys(1).addVals(2).addKeys(3).addVals(4).addKeys(5).addVals(6).addKeys(17).addVals(18);
      row.addRefs(1 + way).addRefs(1).addRefs(2).addRefs(1);
    }
    Osmformat.Relation.Builder turn =
        block.addPrimitivegroupBuilder().addRelationsBuilder().setId(200);
    turn.addKeys(7).addVals(8).addKeys(8).addVals(9);
    turn.addRolesSid(10).addMemids(100).addTypes(Osmformat.Relation.MemberType.WAY);
    turn.addRolesSid(11).addMemids(-97).addTypes(Osmformat.Relation.MemberType.NODE);
    turn.addRolesSid(12).addMemids(98).addTypes(Osmformat.Relation.MemberType.WAY);
    return block.build();
  }

  private static void block(ByteArrayOutputStream to, String type, ByteString data)
      throws IOException {
    byte[] blob = Fileformat.Blob.newBuilder().setRaw(data).build().toByteArray();
    byte[] header =
        Fileformat.BlobHeader.newBuilder()
            .setType(type)
            .setDatasize(blob.length)
            .build()
            .toByteArray();
    DataOutputStream out = new DataOutputStream(to);
    out.writeInt(header.length);
    out.write(header);
    out.write(blob);
  }

  /// Heights of eight by eight cells in degrees, as one strip of floats.
  static byte[] elevation() {
    int side = 8;
    int[][] tags = {
      {256, 3, 1, side},
      {257, 3, 1, side},
      {258, 3, 1, 32},
      {259, 3, 1, 1},
      {262, 3, 1, 1},
      {273, 4, 1, 400},
      {277, 3, 1, 1},
      {278, 3, 1, side},
      {279, 4, 1, side * side * 4},
      {339, 3, 1, 3},
      {33550, 12, 3, 200},
      {33922, 12, 6, 230},
      {34735, 3, 8, 300}
    };
    ByteBuffer out = ByteBuffer.allocate(400 + side * side * 4).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'I')
        .put((byte) 'I')
        .putShort((short) 42)
        .putInt(8)
        .putShort((short) tags.length);
    for (int[] tag : tags) {
      out.putShort((short) tag[0]).putShort((short) tag[1]).putInt(tag[2]).putInt(tag[3]);
    }
    out.position(200);
    out.putDouble(0.001).putDouble(0.001).putDouble(0);
    out.position(230);
    out.putDouble(0).putDouble(0).putDouble(0).putDouble(7.6).putDouble(45.1).putDouble(0);
    out.position(300);
    for (int key : new int[] {1, 1, 0, 1, 1024, 0, 1, 2}) {
      out.putShort((short) key);
    }
    out.position(400);
    for (int i = 0; i < side * side; i++) {
      out.putFloat(200 + i);
    }
    return out.array();
  }

  /// The files of an archive in a folder.
  static Path unpacked(Path zip, Path folder) {
    try (InputStream file = Files.newInputStream(zip);
        ZipInputStream in = new ZipInputStream(file)) {
      Files.createDirectories(folder);
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Files.write(folder.resolve(Path.of(entry.getName()).getFileName()), in.readAllBytes());
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
