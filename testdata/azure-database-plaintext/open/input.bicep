param value string

resource server 'Microsoft.DBforMySQL/flexibleServers@2023-12-30' existing = {
  name: 'mysql-clinic'
}

resource setting 'Microsoft.DBforMySQL/flexibleServers/configurations@2023-12-30' = {
  parent: server
  name: 'require_secure_transport'
  properties: {
    value: value // expect: open
    source: 'user-override'
  }
}
