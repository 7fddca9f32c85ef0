resource it 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'stclinicrecords'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_GRS' }
}
