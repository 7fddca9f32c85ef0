resource it 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: 'psql-clinic'
  location: 'westeurope'
  properties: {
    version: '16'
    network: { publicNetworkAccess: 'Disabled' }
  }
}
