resource edge 'Microsoft.Cdn/profiles@2024-02-01' = {
  name: 'afd-clinic'
  location: 'Global'
  sku: { name: 'Premium_AzureFrontDoor' }
}

resource waf 'Microsoft.Cdn/profiles/securityPolicies@2024-02-01' = {
  parent: edge
  name: 'waf'
  properties: {
    parameters: { type: 'WebApplicationFirewall', wafPolicy: { id: resourceId('Microsoft.Network/FrontDoorWebApplicationFirewallPolicies', 'wafclinic') } }
  }
}
