resource it 'Microsoft.Synapse/workspaces@2021-06-01' = {
  name: 'syn-clinic'
  location: 'westeurope'
  properties: { // expect: fail
    publicNetworkAccess: 'Disabled'
  }
}
