resource it 'Microsoft.ContainerService/managedClusters@2024-05-01' = {
  name: 'aks-clinic'
  location: 'westeurope'
  properties: {
    agentPoolProfiles: [
      { name: 'main', count: 3, enableEncryptionAtHost: false } // expect: fail
    ]
  }
}
