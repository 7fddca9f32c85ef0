resource encryption 'Microsoft.Sql/servers/databases/transparentDataEncryption@2021-11-01' = {
  name: 'sql-clinic/records/current'
  properties: {
    state: 'Enabled'
  }
}
