resource it 'Microsoft.AppConfiguration/configurationStores@2023-03-01' = {
  name: 'appcs-clinic'
  location: 'westeurope'
  properties: {
    enablePurgeProtection: true
  }
}
