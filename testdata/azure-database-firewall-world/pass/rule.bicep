resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' existing = {
  name: 'psql-clinic'
}

resource entry 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules@2024-08-01' = {
  parent: server
  name: 'entry'
  properties: {
    startIpAddress: '198.51.100.7'
    endIpAddress: '198.51.100.9'
  }
}
