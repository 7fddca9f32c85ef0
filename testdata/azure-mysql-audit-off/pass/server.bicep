resource server 'Microsoft.DBforMySQL/flexibleServers@2023-12-30' = {
  name: 'mysql-clinic'
  location: 'westeurope'
  properties: { version: '8.0.21' }
}

resource setting 'Microsoft.DBforMySQL/flexibleServers/configurations@2023-12-30' = {
  parent: server
  name: 'audit_log_enabled'
  properties: {
    value: 'ON'
  }
}
