resource it 'Microsoft.Web/sites@2023-12-01' = {
  name: 'app-clinic'
  location: 'westeurope'
  properties: {
    httpsOnly: true
    publicNetworkAccess: 'Disabled'
  }
}
