resource it 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'stclinicrecords'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_GRS' }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2023-11-01' = {
  name: 'pe-clinic'
  location: 'westeurope'
  properties: {
    privateLinkServiceConnections: [
      {
        name: 'blob'
        properties: { privateLinkServiceId: it.id, groupIds: ['blob'] }
      }
    ]
  }
}
