resource gateway 'Microsoft.Network/applicationGateways@2023-11-01' = {
  name: 'agw-clinic'
  location: 'westeurope'
  properties: {
    sslPolicy: { policyType: 'Predefined', policyName: 'AppGwSslPolicy20150501' } // expect: fail
  }
}
