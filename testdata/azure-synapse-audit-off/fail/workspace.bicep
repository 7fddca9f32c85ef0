resource lake 'Microsoft.Synapse/workspaces@2021-06-01' = { // expect: fail
  name: 'syn-clinic'
  location: 'westeurope'
  properties: {
    publicNetworkAccess: 'Disabled'
  }
}
