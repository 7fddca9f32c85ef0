resource server 'Microsoft.DBforMySQL/flexibleServers@2023-12-30' = { // expect: fail
  name: 'mysql-clinic'
  location: 'westeurope'
  properties: { version: '8.0.21' }
}
