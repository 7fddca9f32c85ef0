resource it 'Microsoft.ContainerService/managedClusters@2024-05-01' = {
  name: 'aks-clinic'
  location: 'westeurope'
  properties: {
    dnsPrefix: 'clinic'
    addonProfiles: { azureKeyvaultSecretsProvider: { enabled: true, config: { enableSecretRotation: 'false' } } } // expect: fail
  }
}
