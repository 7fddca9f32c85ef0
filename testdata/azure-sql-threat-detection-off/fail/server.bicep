resource server 'Microsoft.Sql/servers@2023-08-01' = { // expect: fail
  name: 'sql-clinic'
  location: 'westeurope'
}
