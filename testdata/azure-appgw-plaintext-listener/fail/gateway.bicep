resource gateway 'Microsoft.Network/applicationGateways@2023-11-01' = {
  name: 'agw-clinic'
  location: 'westeurope'
  properties: {
    httpListeners: [
      {
        name: 'main'
        properties: {
          protocol: 'Http' // expect: fail
        }
      }
    ]
  }
}
