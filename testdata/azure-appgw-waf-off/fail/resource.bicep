resource it 'Microsoft.Network/applicationGateways@2023-11-01' = {
  name: 'agw-clinic'
  location: 'westeurope'
  properties: { // expect: fail
    enableHttp2: true
  }
}
