param workspace string

resource records 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'stclinicrecords'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_GRS' }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' existing = {
  parent: records
  name: 'default'
}

resource reads 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: blobs
  name: 'reads'
  properties: {
    workspaceId: workspace
    logs: [
      { categoryGroup: 'audit', enabled: true }
    ]
  }
}
