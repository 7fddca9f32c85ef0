resource cluster 'Microsoft.ContainerService/managedClusters@2024-05-01' = {
  name: 'aks-clinic'
  location: 'westeurope'
  properties: {
    dnsPrefix: 'clinic'
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: cluster
  name: 'logs'
  properties: {
    workspaceId: resourceId('Microsoft.OperationalInsights/workspaces', 'log-clinic')
    logs: [{ category: 'kube-audit-admin', enabled: true }]
  }
}
