/// Live messages that travel over Apache Kafka, so that any number of servers take the same ones in
/// the same order. Nothing of it is loaded where no topic is named.
///
/// ```
///   append ──► topic, one partition ──► KafkaLog of every server ──► its LiveDesk
/// ```
@org.jspecify.annotations.NullMarked
package org.toret.app.live.kafka;
