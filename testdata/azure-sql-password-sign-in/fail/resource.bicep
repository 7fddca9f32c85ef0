resource it 'Microsoft.Sql/servers@2023-08-01' = {
  name: 'sql-clinic'
  location: 'westeurope'
  properties: { // expect: fail
    version: '12.0'
  }
}
