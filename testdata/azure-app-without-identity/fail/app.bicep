resource it 'Microsoft.Web/sites@2023-12-01' = { // expect: fail
  name: 'app-clinic'
  location: 'westeurope'
  properties: {
    httpsOnly: true
  }
}
