resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2023-12-30' = { // expect: fail
  name: 'psql-clinic'
  location: 'westeurope'
  properties: { version: '16' }
}
