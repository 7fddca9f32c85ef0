resource cluster 'Microsoft.ContainerService/managedClusters@2024-05-01' = {
  name: 'aks-clinic'
  location: 'westeurope'
  properties: {
    dnsPrefix: 'clinic'
    agentPoolProfiles: [
      { name: 'main', count: 3, enableNodePublicIP: true } // expect: fail
    ]
  }
}
