resource it 'Microsoft.ContainerService/managedClusters@2024-05-01' = {
  name: 'aks-clinic'
  location: 'westeurope'
  properties: { // expect: fail
    dnsPrefix: 'clinic'
  }
}
