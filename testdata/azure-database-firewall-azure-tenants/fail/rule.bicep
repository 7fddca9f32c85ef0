resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' existing = {
  name: 'psql-clinic'
}

resource entry 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules@2024-08-01' = {
  parent: server
  name: 'entry'
  properties: {
    startIpAddress: '0.0.0.0' // expect: fail
    endIpAddress: '0.0.0.0'
  }
}
