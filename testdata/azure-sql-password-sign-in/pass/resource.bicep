resource it 'Microsoft.Sql/servers@2023-08-01' = {
  name: 'sql-clinic'
  location: 'westeurope'
  properties: {
    version: '12.0'
    administrators: { azureADOnlyAuthentication: true, login: 'dba' }
  }
}
