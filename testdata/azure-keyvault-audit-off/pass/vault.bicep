param workspace string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'kv-clinic'
  location: 'westeurope'
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: 'standard' }
  }
}

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'audit'
  properties: {
    workspaceId: workspace
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
  }
}
