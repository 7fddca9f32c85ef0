resource records 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'stclinicrecords'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_GRS' }
}

resource jobs 'Microsoft.Web/sites@2023-12-01' = {
  name: 'func-clinic-jobs'
  location: 'westeurope'
  kind: 'functionapp'
  properties: {
    siteConfig: {
      appSettings: [
        { name: 'AzureWebJobsStorage', value: 'AccountName=${records.name};AccountKey=${records.listKeys().keys[0].value}' }
      ]
    }
  }
}

resource backups 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'stclinicbackups'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_GRS' }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: { isVersioningEnabled: true }
  }
}
