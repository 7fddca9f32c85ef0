resource it 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: 'psql-clinic'
  location: 'westeurope'
  properties: { // expect: fail
    version: '16'
  }
}
