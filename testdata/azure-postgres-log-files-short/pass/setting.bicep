resource it 'Microsoft.DBforPostgreSQL/flexibleServers/configurations@2024-08-01' = {
  name: 'psql-clinic/logfiles.retention_days'
  properties: {
    value: '7'
  }
}
