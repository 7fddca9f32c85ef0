resource it 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  name: 'stclinicrecords/default'
  properties: {
    isVersioningEnabled: false // expect: fail
  }
}
