resource waf 'Microsoft.Network/FrontDoorWebApplicationFirewallPolicies@2024-02-01' = {
  name: 'wafclinic'
  location: 'Global'
  properties: {
    policySettings: { enabledState: 'Enabled', mode: 'Prevention' }
  }
}
