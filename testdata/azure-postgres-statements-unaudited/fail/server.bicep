resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = { // expect: fail
  name: 'psql-clinic'
  location: 'westeurope'
  properties: { version: '16' }
}
