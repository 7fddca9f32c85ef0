resource it 'Microsoft.Sql/servers/databases@2023-08-01' = {
  name: 'sql-clinic/records'
  location: 'westeurope'
  properties: {
    isLedgerOn: true
  }
}
