resource it 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'stclinicrecords'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_GRS' }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  scope: it
  name: 'keep'
  properties: { level: 'CanNotDelete' }
}
