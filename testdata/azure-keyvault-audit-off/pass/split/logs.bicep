param vaultName string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName
}

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'audit'
  properties: {
    workspaceId: resourceId('Microsoft.OperationalInsights/workspaces', 'log-clinic')
    logs: [
      { category: 'AuditEvent', enabled: true }
    ]
  }
}
