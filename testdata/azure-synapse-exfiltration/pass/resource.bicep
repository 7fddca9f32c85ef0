resource it 'Microsoft.Synapse/workspaces@2021-06-01' = {
  name: 'syn-clinic'
  location: 'westeurope'
  properties: {
    publicNetworkAccess: 'Disabled'
    managedVirtualNetwork: 'default'
    managedVirtualNetworkSettings: { preventDataExfiltration: true }
  }
}
