resource records 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'stclinicrecords'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_GRS' }
  properties: {
    publicNetworkAccess: 'Disabled'
  }
}

resource letters 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'stclinicletters'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_GRS' }
  properties: {
    networkAcls: {
      defaultAction: 'deny'
    }
  }
}
