resource lake 'Microsoft.Synapse/workspaces@2021-06-01' = {
  name: 'syn-clinic'
  location: 'westeurope'
  properties: {
    publicNetworkAccess: 'Disabled'
  }
}

resource audit 'Microsoft.Synapse/workspaces/auditingSettings@2021-06-01' = {
  name: 'default'
  parent: lake
  properties: {
    state: 'Enabled'
  }
}
