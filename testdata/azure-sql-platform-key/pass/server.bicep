resource server 'Microsoft.Sql/servers@2023-08-01' = {
  name: 'sql-clinic'
  location: 'westeurope'
}

resource protector 'Microsoft.Sql/servers/encryptionProtector@2023-08-01' = {
  parent: server
  name: 'current'
  properties: { serverKeyType: 'AzureKeyVault', serverKeyName: 'kv-clinic_records_1' }
}
