param state string

resource encryption 'Microsoft.Sql/servers/databases/transparentDataEncryption@2021-11-01' = {
  name: 'sql-clinic/records/current'
  properties: {
    state: state // expect: open
  }
}
