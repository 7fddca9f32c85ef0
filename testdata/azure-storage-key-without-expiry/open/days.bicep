param days int
resource records 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'clinicrecords'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    keyPolicy: {
      keyExpirationPeriodInDays: days // expect: open
    }
  }
}
