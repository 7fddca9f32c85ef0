resource it 'Microsoft.Sql/servers/auditingSettings@2023-08-01' = {
  name: 'sql-clinic/default'
  properties: {
    state: 'Enabled'
    retentionDays: 180
  }
}
