resource it 'Microsoft.DBforPostgreSQL/flexibleServers/configurations@2024-08-01' = {
  name: 'psql-clinic/connection_throttle.enable'
  properties: {
    value: 'on'
  }
}
