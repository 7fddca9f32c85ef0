resource server 'Microsoft.Sql/servers@2023-08-01' = {
  name: 'sql-clinic'
  location: 'westeurope'
}

resource alerts 'Microsoft.Sql/servers/securityAlertPolicies@2023-08-01' = {
  parent: server
  name: 'default'
  properties: { state: 'Enabled' }
}
