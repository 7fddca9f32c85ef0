resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2023-12-30' = {
  name: 'psql-clinic'
  location: 'westeurope'
  properties: { version: '16' }
}

resource setting 'Microsoft.DBforPostgreSQL/flexibleServers/configurations@2023-12-30' = {
  parent: server
  name: 'log_connections'
  properties: {
    value: 'on'
  }
}
