resource it 'Microsoft.Storage/storageAccounts/fileServices@2023-05-01' = {
  name: 'stclinicrecords/default'
  properties: {
    shareDeleteRetentionPolicy: { enabled: true, days: 2 } // expect: fail
  }
}
