/// The XML files of 5T, the traffic centre of Turin and Piedmont: car parks (`traffic_data` with
/// `PK_data`) and zones of limited traffic (`access_control_info`).
package org.toret.feeds.fivet;
